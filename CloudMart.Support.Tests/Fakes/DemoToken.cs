using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace CloudMart.Support.Tests.Fakes;

internal static class DemoToken
{
    /// <summary>From now on <paramref name="api"/> calls as this account of the demo shop.</summary>
    public static async Task SignInAsync(this HttpClient api, string account, CancellationToken cancellationToken)
    {
        using var reply = await api.PostAsJsonAsync("/api/demo/token", new { account }, cancellationToken);
        var token = await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
    }
}
