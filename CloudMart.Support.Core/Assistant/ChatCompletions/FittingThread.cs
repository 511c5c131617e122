using System.Collections.Immutable;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>
/// A thread that gives way to a model which cannot take it: older turns are left out whole, so that every call keeps its output, and
/// what stood there is told in a few lines. Each time at least half goes, so it comes to an end soon. A provider's filter blocks a thread for
/// whatever stands in it: without its older turns, a customer is not blocked for what they wrote long ago.
/// </summary>
internal sealed class FittingThread(ImmutableArray<ThreadItem> whole)
{
    private int _first;
    private bool _isBlocked;

    /// <summary>What is sent. What is left out is told after the customer's words, because not every server takes it before them.</summary>
    public ImmutableArray<ThreadItem> Items
    {
        get
        {
            if (_first == 0)
            {
                return whole;
            }

            var kept = whole[_first..];
            var said = kept.TakeWhile(item => item is CustomerMessage).Count();
            return kept.Insert(said, LeftOut.Of(whole[.._first], withWords: !_isBlocked));
        }
    }

    /// <summary>How many characters of the log are left.</summary>
    public int Length => LengthFrom(_first);

    /// <returns>False when nothing but the newest turn is left.</returns>
    public bool TryShorten()
    {
        var turns = Turns().Where(turn => turn > _first).ToList();
        if (turns.Count == 0)
        {
            return false;
        }

        var half = Length / 2;
        var fitting = turns.FindIndex(turn => LengthFrom(turn) <= half);
        _first = turns[fitting < 0 ? ^1 : fitting];
        return true;
    }

    /// <returns>False when nothing but the newest turn was sent.</returns>
    public bool TryNewestTurn()
    {
        if (_isBlocked || Turns().LastOrDefault() is not (> 0 and var newest))
        {
            return false;
        }

        (_first, _isBlocked) = (newest, true);
        return true;
    }

    /// <summary>Where the turns after the first begin.</summary>
    private IEnumerable<int> Turns() => Enumerable.Range(1, whole.Length - 1).Where(IsBeginning);

    /// <summary>A turn begins with all that the customer wrote in a row.</summary>
    private bool IsBeginning(int index) => whole[index] is CustomerMessage && whole[index - 1] is not CustomerMessage;

    private int LengthFrom(int first) => whole.Skip(first).Sum(ThreadFromLog.LengthOf);
}
