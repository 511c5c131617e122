namespace CloudMart.Support.Core;

/// <summary>Where new ids come from, so that tests can name theirs.</summary>
public interface IIdSource
{
    /// <summary>A new id: unique across nodes, sortable by time, safe in a URL, at most 36 characters.</summary>
    string NewId();
}
