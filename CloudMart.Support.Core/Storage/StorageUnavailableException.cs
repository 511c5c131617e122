namespace CloudMart.Support.Core.Storage;

/// <summary>The store can't be used as it is configured; the message is one line that names the setting and the cause.</summary>
public sealed class StorageUnavailableException(string message) : Exception(message);
