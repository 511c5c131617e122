namespace CloudMart.Support.Core.Conversations;

/// <summary>What stands at an entry's number.</summary>
internal enum EntryStanding
{
    Nothing,

    /// <summary>The same write: an earlier try had put it there and its reply was lost.</summary>
    Mine,

    AnotherWriters,
}
