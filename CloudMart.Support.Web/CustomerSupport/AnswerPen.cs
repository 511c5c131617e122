using System.Threading.Channels;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// Writes the live answer into the page: only what is new, about every 50 ms, in one short call. A piece carries its offset, so that a
/// browser that missed one says so and gets the whole text again.
/// </summary>
internal sealed class AnswerPen(IJSObjectReference page, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromMilliseconds(50);

    private readonly Channel<bool> _wakes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private CancellationTokenSource _flushing = new();
    private string? _key;
    private int _written;

    /// <summary>There is more to write.</summary>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Gives up on the call under way and writes everything again.</summary>
    public void StartOver()
    {
        _flushing.Cancel();
        _key = null;
        Wake();
    }

    public void Dispose() => _flushing.Dispose();

    /// <summary>Writes until canceled.</summary>
    public async Task WriteAsync(Func<LiveAnswer?> current, CancellationToken cancellationToken)
    {
        await foreach (var _ in _wakes.Reader.ReadAllAsync(cancellationToken))
        {
            if (current() is { } answer)
            {
                await FlushAsync(answer, cancellationToken);
            }

            await Task.Delay(BetweenFlushes, clock, cancellationToken);
        }
    }

    private async Task FlushAsync(LiveAnswer answer, CancellationToken cancellationToken)
    {
        _written = _key == answer.Key ? _written : 0;
        _key = answer.Key;
        var (offset, text) = (_written, answer.From(_written));
        if (text.Length == 0)
        {
            return;
        }

        _flushing.Dispose();
        _flushing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (await page.InvokeAsync<bool>("append", _flushing.Token, offset, text))
            {
                _written = offset + text.Length;
                return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The browser was away, or did not answer in time.
        }

        _key = null;
        Wake();
    }
}
