namespace CloudMart.Support.Tests.Telemetry;

/// <summary>A listener hears the whole process, and makes it allocate: these tests have it to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Listening
{
    public const string Name = "Listening";
}
