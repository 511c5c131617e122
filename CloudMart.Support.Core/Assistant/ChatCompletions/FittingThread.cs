using System.Collections.Immutable;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>
/// A thread that gives way to a model which cannot take it: older turns are left out whole, so that every call keeps its output, and
/// what stood there is told in a few lines. Each time at least half goes, so it comes to an end soon.
/// </summary>
internal sealed class FittingThread(ImmutableArray<ThreadItem> whole)
{
    private int _first;

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
            return kept.Insert(said, LeftOut.Of(whole[.._first]));
        }
    }

    /// <summary>How many characters of the log are left.</summary>
    public int Length => LengthFrom(_first);

    /// <returns>False when nothing but the newest turn is left.</returns>
    public bool TryShorten()
    {
        var turns = Enumerable.Range(_first + 1, whole.Length - _first - 1).Where(IsBeginning).ToList();
        if (turns.Count == 0)
        {
            return false;
        }

        var half = Length / 2;
        var fitting = turns.FindIndex(turn => LengthFrom(turn) <= half);
        _first = turns[fitting < 0 ? ^1 : fitting];
        return true;
    }

    /// <summary>A turn begins with all that the customer wrote in a row.</summary>
    private bool IsBeginning(int index) => whole[index] is CustomerMessage && whole[index - 1] is not CustomerMessage;

    private int LengthFrom(int first) => whole.Skip(first).Sum(ThreadFromLog.LengthOf);
}
