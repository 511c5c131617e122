using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using Azure.Identity;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>
/// Makes calls by the SDK's protocol methods, unbuffered. Its typed methods throw on a finish reason or an event that they do not know,
/// and lose what had arrived; other servers of the same protocols send such.
/// </summary>
internal static class OpenAICall
{
    /// <summary>Of what a server has to say for itself, for the operator's log.</summary>
    public const int LongestMessage = 500;

    public static async Task<ProviderReply> SendAsync(Func<RequestOptions, Task<ClientResult>> call, CancellationToken cancellationToken)
    {
        var options = new RequestOptions
        {
            BufferResponse = false, ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = cancellationToken,
        };
        try
        {
            var response = (await call(options)).GetRawResponse();
            if (!response.IsError && ContentType(response).StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase))
            {
                return new Streamed(new ProviderStream(new BoundedContent(response.ContentStream!), response, cancellationToken));
            }

            using (response)
            {
                return await ReadAsync(response, cancellationToken);
            }
        }
        catch (Exception e) when (e is ClientResultException or JsonException || LostConnection.Is(e))
        {
            return new Unreached(e.Message);
        }
        catch (AuthenticationFailedException e)
        {
            return new Unauthorized(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Unreached("no reply in time");
        }
    }

    private static async Task<ProviderReply> ReadAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        var content = new BoundedContent(response.ContentStream ?? Stream.Null);
        var isJson = ContentType(response).Contains("json", StringComparison.OrdinalIgnoreCase);
        if (response.IsError || !isJson)
        {
            using var reader = new StreamReader(content);
            var text = await reader.ReadToEndAsync(cancellationToken);
            return response.IsError
                ? Refusal(response, text)
                : new Refused(404, "no_json", $"the answer is {ContentType(response)}, not JSON");
        }

        using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
        return new Accepted(document.RootElement.Clone(), Milliseconds(response, "openai-poll-after-ms"));
    }

    private static Refused Refusal(PipelineResponse response, string text)
    {
        var error = JsonReading.TryParse(text) is { } body ? body.At("error") ?? body : default;
        var message = error.TextAt("message") ?? (text.Length > 0 ? text : response.ReasonPhrase);
        return new Refused(
            response.Status,
            error.TextAt("code") ?? error.TextAt("type") ?? "",
            BoundedText.Cut(message, LongestMessage),
            Milliseconds(response, "retry-after-ms") ?? (Milliseconds(response, "Retry-After") * 1000) ?? UntilDate(response));
    }

    private static string ContentType(PipelineResponse response) =>
        response.Headers.TryGetValue("Content-Type", out var type) && type is not null ? type : "";

    private static TimeSpan? Milliseconds(PipelineResponse response, string header) =>
        response.Headers.TryGetValue(header, out var text)
        && double.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds >= 0
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue))
            : null;

    /// <summary>A date is read by the server's own clock, because clocks differ.</summary>
    private static TimeSpan? UntilDate(PipelineResponse response) => Date(response, "Retry-After") - Date(response, "Date");

    private static DateTimeOffset? Date(PipelineResponse response, string header) =>
        response.Headers.TryGetValue(header, out var text)
        && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;
}
