namespace CloudMart.Support.Tests.Fakes;

/// <summary>Which call a fault or a count is about.</summary>
public enum AssistantsCall
{
    CreateThread,
    CreateRun,
    Submit,
    GetRun,
    ListRuns,
    ListMessages,
    Cancel,
}
