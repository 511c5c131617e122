using System.Security.Claims;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.SignIn.Provider;
using CloudMart.Support.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.SignIn;

public sealed class SignInSessionsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Answers _provider = new();
    private readonly SignInSessions _sessions;

    public SignInSessionsTests() => _sessions = new SignInSessions(Options.Create(new SignInSessionOptions()), _clock, _provider);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_in_holds_until_its_cookie_ends()
    {
        See("one", lasting: TimeSpan.FromHours(1), byProvider: false);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(await _sessions.HoldsAsync("one", Token));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await _sessions.HoldsAsync("one", Token));
    }

    [Fact]
    public async Task Opening_another_page_lets_it_last_longer_and_an_older_copy_of_the_cookie_no_shorter()
    {
        See("one", lasting: TimeSpan.FromHours(1), byProvider: false);
        See("one", lasting: TimeSpan.FromHours(2), byProvider: false);
        See("one", lasting: TimeSpan.FromHours(1), byProvider: false);

        _clock.Advance(TimeSpan.FromMinutes(90));

        Assert.True(await _sessions.HoldsAsync("one", Token));
    }

    [Fact]
    public async Task Who_signs_out_is_out_whatever_copy_of_the_cookie_comes_later()
    {
        See("one");

        _sessions.End("one");
        See("one");

        Assert.False(await _sessions.HoldsAsync("one", Token));
    }

    [Fact]
    public async Task A_session_that_was_never_seen_does_not_hold() => Assert.False(await _sessions.HoldsAsync("unseen", Token));

    [Fact]
    public async Task The_provider_is_asked_once_a_minute_however_many_pages_are_open()
    {
        See("one");
        await _sessions.HoldsAsync("one", Token);
        Assert.Empty(_provider.Asked);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _sessions.HoldsAsync("one", Token)));

        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task What_the_provider_says_no_more_holds_no_more_even_if_it_changes_its_mind()
    {
        See("one");
        _clock.Advance(TimeSpan.FromMinutes(1));
        _provider.Holds = false;

        Assert.False(await _sessions.HoldsAsync("one", Token));
        _provider.Holds = true;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await _sessions.HoldsAsync("one", Token));
    }

    [Fact]
    public async Task It_is_asked_with_the_tokens_that_it_gave_last()
    {
        See("one");

        _clock.Advance(TimeSpan.FromMinutes(1));
        await _sessions.HoldsAsync("one", Token);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _sessions.HoldsAsync("one", Token);

        Assert.Equal(["first", "first+"], _provider.Asked);
    }

    private void See(string id, TimeSpan? lasting = null, bool byProvider = true)
    {
        var properties = new AuthenticationProperties { IssuedUtc = _clock.GetUtcNow(), ExpiresUtc = _clock.GetUtcNow() + (lasting ?? TimeSpan.FromHours(8)) };
        if (byProvider)
        {
            properties.StoreTokens([new() { Name = "access_token", Value = "first" }]);
        }

        _sessions.Saw(id, new ClaimsIdentity(SignInSchemes.Customer), properties);
    }

    private sealed class Answers : ISessionCheck
    {
        public bool Holds { get; set; } = true;

        public List<string> Asked { get; } = [];

        public async Task<SessionVerdict> CheckAsync(ClaimsIdentity identity, ProviderTokens tokens, CancellationToken cancellationToken)
        {
            Asked.Add(tokens.Access);
            await Task.Yield();
            return new(Holds, tokens with { Access = tokens.Access + "+" });
        }
    }
}
