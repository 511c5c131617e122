namespace CloudMart.Support.Web.Commands;

/// <summary>The program's arguments: a command and what it is about, if any, and then settings.</summary>
/// <param name="Command">Null where there are only settings, and the program serves.</param>
/// <param name="Arguments">The command's; they end where the settings begin.</param>
/// <param name="Settings">For the configuration, which would take a path for the name of a setting.</param>
internal sealed record CommandLine(string? Command, IReadOnlyList<string> Arguments, string[] Settings)
{
    public static CommandLine Of(string[] args)
    {
        if (args is not [{ Length: > 0 } first, ..] || first[0] is '-' or '/' || first.Contains('='))
        {
            return new(null, [], args);
        }

        var own = args.Skip(1).TakeWhile(argument => !argument.StartsWith('-')).ToList();
        return new(first, own, args[(1 + own.Count)..]);
    }
}
