using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// How a step began at the provider: with a stream to read, with a failure, or with neither; then the progress has a run to be polled,
/// or none, and a new one is needed. Or it has come no further than to a new thread.
/// </summary>
internal readonly record struct Begun(ProviderStream? Stream = null, StepFailed? Failed = null, bool IsNewThread = false);
