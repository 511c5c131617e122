namespace CloudMart.Support.Tests.Kills.Victims;

/// <summary>What a living server stands on, and what can be killed beneath it.</summary>
internal interface IVictim
{
    Task KillAsync(CancellationToken cancellationToken);

    /// <summary>It is back where it was, with all that it had been trusted with.</summary>
    Task RestartAsync(CancellationToken cancellationToken);
}
