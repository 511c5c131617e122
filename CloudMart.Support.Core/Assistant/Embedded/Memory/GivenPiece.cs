namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>What the customer answered when a missing piece was asked for.</summary>
internal sealed record GivenPiece(Question Asked, string Text);
