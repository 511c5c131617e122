using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A tab of a customer's browser, in the words of who looks at it.</summary>
internal sealed class Tab(IPage page)
{
    /// <summary>A small one.</summary>
    public static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 360, Height = 640 }, IsMobile = true, HasTouch = true };

    public IPage Page => page;

    public string Path => new Uri(page.Url).AbsolutePath;

    public ILocator Box => page.GetByLabel("Message", new() { Exact = true });

    public ILocator Send => Button("Send");

    public ILocator Stop => Button("Stop");

    public ILocator Log => page.GetByRole(AriaRole.Log, new() { Name = "Conversation" });

    /// <summary>Says that the browser is offline, or that the connection is lost.</summary>
    public ILocator ConnectionBar => page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = new Regex("offline|Connection lost") });

    public ILocator Greeting => page.GetByText("how can we help?");

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Account(string id) => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(Regex.Escape(id)) });

    public ILocator Receipt(string headline) => page.GetByRole(AriaRole.Article, new() { Name = headline, Exact = true });

    /// <summary>What the customer is asked to agree to, and has not finished.</summary>
    public ILocator ActionCard(string title) => page.GetByRole(AriaRole.Group, new() { Name = title, Exact = true });

    /// <summary>What became of a card.</summary>
    public ILocator Folded(string title) => Log.Locator("summary").Filter(new() { HasText = title });

    public ILocator OrderCard(string orderId) => page.GetByRole(AriaRole.Article, new() { Name = $"Order {orderId}", Exact = true });

    /// <summary>The customer's messages with these words, kept or on their way.</summary>
    public ILocator Message(string text) =>
        Log.Or(page.GetByRole(AriaRole.List, new() { Name = "Being sent" })).GetByText(text, new() { Exact = true });

    /// <summary>The thing in the conversation that holds <paramref name="text"/>.</summary>
    public ILocator Entry(string text) => Log.GetByRole(AriaRole.Listitem).Filter(new() { HasText = text });

    public async Task SignInAsync(string account)
    {
        await page.GotoAsync("/signin");
        await Account(account).ClickAsync();
    }

    /// <summary>One of the sign-in page's ways to the provider.</summary>
    public ILocator Way(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Says that the sign-in of this page has ended.</summary>
    public ILocator SignInEnded => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Your sign-in has ended" });

    /// <summary>Takes the way to the provider, and there says who one is and that one agrees.</summary>
    public async Task SignInByProviderAsync(string way, string account)
    {
        await page.RouteAsync("https://fonts.googleapis.com/**", route => route.AbortAsync()); // of the provider's pages
        await Way(way).ClickAsync();
        await page.GetByPlaceholder("Enter any login").FillAsync(account);
        await page.GetByPlaceholder("and password").FillAsync("any");
        await Button("Sign-in").ClickAsync();
        await Button("Continue").ClickAsync();
    }

    public async Task GoToAsync(string path)
    {
        await page.GotoAsync(path);
        await IsReadyAsync();
    }

    /// <summary>One of the inbox's lists, or a reason. Rows of the list before can be pressed until it is there, and lead nowhere then.</summary>
    public async Task ChooseAsync(string list)
    {
        await Button(list).ClickAsync();
        await Assertions.Expect(Button(list)).ToHaveAttributeAsync("aria-pressed", "true");
    }

    public async Task<Tab> OpenAnotherAsync(string path)
    {
        var other = new Tab(await page.Context.NewPageAsync());
        await other.GoToAsync(path);
        return other;
    }

    /// <summary>The page is interactive and shows what it is there to show.</summary>
    public Task IsReadyAsync() => page.Locator("[data-ready]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>From now on, remembers what the conversation looks like at every change.</summary>
    public Task RememberAsync() => page.EvaluateAsync("""
        () => {
          const scroller = document.getElementById('scroller');
          window.seen = [];
          new MutationObserver(() => window.seen.push(scroller.innerText))
            .observe(scroller, { subtree: true, childList: true, characterData: true });
        }
        """);

    /// <returns>
    /// These words in the order in which they first showed; what never showed is missing, and what a slow browser showed at once stays as given.
    /// </returns>
    public async Task<string[]> InOrderOfShowingAsync(params string[] words)
    {
        var seen = await page.EvaluateAsync<string[]>("window.seen");
        return [.. words
            .Select(word => (word, At: Array.FindIndex(seen, each => each.Contains(word, StringComparison.Ordinal))))
            .Where(each => each.At >= 0)
            .OrderBy(each => each.At)
            .Select(each => each.word)];
    }

    /// <summary>Presses Tab until <paramref name="wanted"/> has the focus.</summary>
    public async Task TabToAsync(ILocator wanted)
    {
        const int Most = 50;
        await wanted.WaitForAsync();
        for (var pressed = 0; !await HasFocusAsync(wanted); pressed++)
        {
            Assert.True(pressed < Most, $"The Tab key does not reach {wanted}.");
            await page.Keyboard.PressAsync("Tab");
        }
    }

    private static Task<bool> HasFocusAsync(ILocator element) => element.EvaluateAsync<bool>("each => each === document.activeElement");
}
