namespace CloudMart.Support.Fuzz;

/// <summary>A reader did what it must not.</summary>
/// <param name="Reader">Which.</param>
/// <param name="What">In words.</param>
/// <param name="Input">On what.</param>
internal sealed record Finding(string Reader, string What, byte[] Input);
