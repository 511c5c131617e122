using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Keys;
using CloudMart.Support.Web.StaffConsole.Watching;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>The sheet is where the browser looks a key up: see the journeys for what it then does.</summary>
public sealed class ShortcutSheetTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    [Fact]
    public void It_shows_each_key_once_with_what_it_does_in_words_and_for_the_script()
    {
        var rows = _browser.Render<ShortcutSheet>().FindAll("tbody tr");

        Assert.Equal(
            ["j", "k", "/", "r", "n", "h", "t", "b", "?", "Escape"],
            rows.Select(row => row.GetAttribute("data-shortcut")));
        Assert.Equal(("Esc", "Close what is open"), (rows[^1].Children[0].TextContent, rows[^1].Children[1].TextContent));
        Assert.Equal(["Hold", "TakeOver", "HandBack"], rows.Select(row => row.GetAttribute("data-deed")).OfType<string>());
        Assert.All(rows, row => Assert.True(row.HasAttribute("data-deed") != (row.GetAttribute("data-does")!.Length > 0)));
    }

    [Fact]
    public void It_is_a_dialog_with_a_name_and_a_way_to_close_it_and_single_keys_can_be_switched_off()
    {
        var sheet = _browser.Render<ShortcutSheet>();

        Assert.Equal("Keyboard shortcuts", sheet.Find($"#{sheet.Find("dialog").GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal("Close the shortcuts", sheet.Find("form[method=dialog] button").GetAttribute("aria-label"));
        Assert.Contains("Use single keys", sheet.Find("label:has(input[type=checkbox])").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deeds_key_is_known_to_its_button()
    {
        Assert.Equal("H", Shortcuts.Of(StaffDeed.Hold)?.Cap);
        Assert.Null(Shortcuts.Of(StaffDeed.Resolve));
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();
}
