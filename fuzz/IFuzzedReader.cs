namespace CloudMart.Support.Fuzz;

/// <summary>Something of the product that reads what others wrote.</summary>
internal interface IFuzzedReader
{
    string Name { get; }

    /// <summary>What is mutated: as different from each other as the reader's inputs are.</summary>
    IReadOnlyList<byte[]> Samples { get; }

    /// <summary>The one exception that the reader is declared to throw; null where it throws none.</summary>
    Type? Declared { get; }

    void Read(byte[] input);
}
