using System.Net.Sockets;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.Hosting;

/// <summary>
/// Why the host can't start, for the person who set it up: a line for each cause, naming the setting. What is not known here is a bug,
/// and its stack trace is wanted.
/// </summary>
internal static partial class StartUpFailure
{
    /// <summary>The lines; none where the exception is a bug.</summary>
    public static IReadOnlyList<string> Explain(Exception exception, IConfiguration? settings) => exception switch
    {
        AggregateException several => ExplainAll(several, settings),
        OptionsValidationException wrong => [.. wrong.Failures.Select(failure => WrongSetting.Describe(wrong.OptionsType, failure, settings))],
        StorageUnavailableException => [exception.Message],
        InvalidOperationException when NotConverted().Match(exception.Message) is { Success: true } unreadable =>
            [WrongSetting.Describe(unreadable.Groups["setting"].Value, unreadable.Groups["type"].Value, settings)],
        InvalidDataException or FileNotFoundException when exception.Message.Contains("appsettings", StringComparison.Ordinal) =>
            [$"The settings can't be read: {Innermost(exception)}"],
        IOException { InnerException: not null } when IsAddressInUse(exception) =>
            [$"Urls is {settings?["Urls"]}: the address is in use by another process."],
        SocketException => [$"Urls is {settings?["Urls"]}: {Innermost(exception)}."],
        _ => [],
    };

    /// <summary>
    /// Until the host has started, silences its own reports of a failed start: each would repeat ours with a stack trace.
    /// </summary>
    public static void LeaveFailedStartsToUs(this ILoggingBuilder logging)
    {
        string[] reporters = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];
        logging.Services.AddOptions<LoggerFilterOptions>().Configure<IServiceProvider>((filters, services) =>
        {
            // Asked when something is logged, because the lifetime itself needs a logger.
            bool HasStarted() => services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested;

            foreach (var reporter in reporters)
            {
                filters.Rules.Add(new LoggerFilterRule(
                    null, reporter, null, (_, _, level) => level >= LogLevel.Warning && HasStarted()));
            }
        });
    }

    private static string[] ExplainAll(AggregateException several, IConfiguration? settings)
    {
        var causes = several.InnerExceptions.Select(cause => Explain(cause, settings)).ToList();
        return causes.Exists(lines => lines.Count == 0) ? [] : [.. causes.SelectMany(lines => lines).Distinct()]; // several parts may stand on one wrong setting
    }

    private static bool IsAddressInUse(Exception? exception) => exception switch
    {
        null => false,
        AddressInUseException => true,
        AggregateException several => several.InnerExceptions.Any(IsAddressInUse),
        _ => IsAddressInUse(exception.InnerException),
    };

    private static string Innermost(Exception exception) => exception.GetBaseException().Message.ReplaceLineEndings(" ");

    [GeneratedRegex("^Failed to convert configuration value .*at '(?<setting>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex NotConverted();
}
