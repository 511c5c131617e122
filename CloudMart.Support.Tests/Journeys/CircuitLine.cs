using Microsoft.Playwright;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>What connects a tab to its circuit. It can be cut, and it can lose what the server says.</summary>
internal sealed class CircuitLine
{
    private IWebSocketRoute? _page;
    private bool _isCut;

    /// <summary>Nothing that the server says arrives; what the page says does.</summary>
    public bool IsDeaf { get; set; }

    public static async Task<CircuitLine> OfAsync(Tab tab)
    {
        var line = new CircuitLine();
        await tab.Page.RouteAsync("**/_blazor/negotiate**", route => line._isCut ? route.AbortAsync() : route.ContinueAsync());
        await tab.Page.RouteWebSocketAsync(address => address.Contains("/_blazor", StringComparison.Ordinal), line.Connect);
        return line;
    }

    /// <summary>The connection is gone, and none can be made.</summary>
    public Task CutAsync()
    {
        _isCut = true;
        return _page!.CloseAsync();
    }

    public void Mend() => (_isCut, IsDeaf) = (false, false);

    private void Connect(IWebSocketRoute page)
    {
        _page = page;
        page.ConnectToServer().OnMessage(frame =>
        {
            if (!IsDeaf)
            {
                Pass(frame, page);
            }
        });
    }

    private static void Pass(IWebSocketFrame frame, IWebSocketRoute to)
    {
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text!);
        }
    }
}
