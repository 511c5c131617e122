using System.Collections.Immutable;
using CloudMart.Support.Web.StaffConsole.Watching;

namespace CloudMart.Support.Web.StaffConsole.Keys;

/// <summary>A key that does something wherever nothing is being typed.</summary>
/// <param name="Key">As browsers name it, a letter in lower case.</param>
/// <param name="Words">What it does.</param>
/// <param name="Deed">What is done with the open conversation; null where the key only concerns the page.</param>
/// <param name="Does">What the script of the sheet does; empty where it is a deed.</param>
public sealed record Shortcut(string Key, string Words, StaffDeed? Deed = null, string Does = "")
{
    /// <summary>As it stands on the key.</summary>
    public string Cap => Key == "Escape" ? "Esc" : Key.ToUpperInvariant();
}

/// <summary>The keys of the console. What is pressed is looked up in the sheet that shows them, so what it does not show does nothing.</summary>
public static class Shortcuts
{
    public static ImmutableArray<Shortcut> All { get; } =
    [
        new("j", "Next conversation in the list", Does: "next"),
        new("k", "Previous conversation in the list", Does: "previous"),
        new("/", "Search", Does: "search"),
        new("r", "Write a reply", Does: "reply"),
        new("n", "Write a note", Does: "note"),
        new("h", "Hold the assistant", StaffDeed.Hold),
        new("t", "Take over", StaffDeed.TakeOver),
        new("b", "Hand back to the assistant", StaffDeed.HandBack),
        new("?", "Show these shortcuts", Does: "sheet"),
        new("Escape", "Close what is open", Does: "close"),
    ];

    /// <summary>The key that does it; null where none does.</summary>
    public static Shortcut? Of(StaffDeed deed) => All.FirstOrDefault(shortcut => shortcut.Deed == deed);
}
