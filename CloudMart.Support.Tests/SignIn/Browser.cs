using System.Net;
using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.SignIn;

/// <summary>A browser without scripts: it keeps cookies, reads pages and sends the forms that it finds on them.</summary>
internal sealed partial class Browser(Portal portal) : IDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpClient Client { get; } = portal.CreateClient();

    public static async Task<Browser> SignedInAsync(Portal portal, string account)
    {
        var browser = new Browser(portal);
        await browser.SignInAsync(account);
        return browser;
    }

    public async Task<string> ReadAsync(string path)
    {
        using var reply = await Client.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsStringAsync(Token);
    }

    public Task<HttpStatusCode> StatusOfAsync(string path) => StatusOfAsync(() => Client.GetAsync(new Uri(path, UriKind.Relative), Token));

    /// <summary>Opens the sign-in page and presses the account's button.</summary>
    /// <returns>Where that leads.</returns>
    public async Task<string> SignInAsync(string account, string? returnUrl = null)
    {
        var query = returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}";
        var page = await ReadAsync($"/signin{query}");
        Assert.Contains($"value=\"{account}\"", page, StringComparison.Ordinal);
        return await PostAsync("/signin/demo", page, ("account", account), ("returnUrl", returnUrl ?? ""));
    }

    public async Task<string> SignOutAsync(string scheme) => await PostAsync("/signout", await ReadAsync("/signin"), ("scheme", scheme));

    /// <summary>Sends a form with the antiforgery value that <paramref name="page"/> holds.</summary>
    public async Task<string> PostAsync(string path, string page, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("__RequestVerificationToken", Antiforgery().Match(page).Groups["value"].Value));
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var reply = await Client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return reply.Headers.Location?.OriginalString ?? reply.StatusCode.ToString();
    }

    public void Dispose() => Client.Dispose();

    private static async Task<HttpStatusCode> StatusOfAsync(Func<Task<HttpResponseMessage>> send)
    {
        using var reply = await send();
        return reply.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<value>[^\"]+)\"")]
    private static partial Regex Antiforgery();
}
