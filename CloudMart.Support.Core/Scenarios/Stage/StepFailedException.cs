namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>A step can't be done, because the scenario has not set the stage for it.</summary>
internal sealed class StepFailedException(string why) : Exception(why);
