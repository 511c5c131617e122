namespace CloudMart.Support.Core.Import;

/// <summary>What was to be imported can't be; the message is one line that names it and says why.</summary>
public sealed class ImportFailedException(string message) : Exception(message);
