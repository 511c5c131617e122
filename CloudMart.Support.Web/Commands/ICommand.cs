namespace CloudMart.Support.Web.Commands;

/// <summary>Something that the program does instead of serving: <c>dotnet run --project CloudMart.Support.Web -- NAME</c>.</summary>
internal interface ICommand
{
    string Name { get; }

    /// <summary>What it does, for the list of commands.</summary>
    string Summary { get; }

    /// <param name="arguments">What follows its name.</param>
    /// <param name="output">Where it reports to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The process's exit code: 0 when all went well.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken);
}
