namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Arguments with further objects in them, which are checked by their own attributes; none of them may be null.</summary>
internal interface IHasParts
{
    IEnumerable<object?> Parts { get; }
}
