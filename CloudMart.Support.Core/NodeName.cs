namespace CloudMart.Support.Core;

/// <summary>This process's name in leases: unique per start, so that a restarted node never mistakes its predecessor's lease for its own.</summary>
public sealed record NodeName(string Value);
