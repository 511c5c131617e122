namespace CloudMart.Support.Tests.Fakes;

/// <summary>What the assistant at the fake server does next.</summary>
public abstract record AssistantsThought
{
    /// <summary>Completes the run with an answer, written in pieces.</summary>
    public static AssistantsThought Says(params string[] pieces) => new Saying(pieces);

    /// <summary>Asks for tools, after a message where there is text.</summary>
    public static AssistantsThought Calls(string text, params (string Id, string Name, string Arguments)[] calls) => new Calling(text, calls);

    public static AssistantsThought Calls(string name, string arguments) => Calls("", ("call_1", name, arguments));

    /// <summary>Ends the run in a status of the protocol, after having written some text or none.</summary>
    public static AssistantsThought Ends(string status, string code = "", string message = "", string text = "") =>
        new Ending(status, code, message, text);

    /// <summary>Never gets on: the run stays in this status, known or unknown, until it is cancelled.</summary>
    public static AssistantsThought Stays(string status, string text = "") => new Staying(status, text);

    public sealed record Saying(string[] Pieces) : AssistantsThought;

    public sealed record Calling(string Text, (string Id, string Name, string Arguments)[] Wanted) : AssistantsThought;

    public sealed record Ending(string Status, string Code, string Message, string Text) : AssistantsThought;

    public sealed record Staying(string Status, string Text) : AssistantsThought;
}

/// <summary>What the assistant at the fake server knows when it thinks.</summary>
/// <param name="Messages">The thread's messages, oldest first.</param>
/// <param name="Rounds">The outputs that this run was given, a list a round, in the calls' order.</param>
/// <param name="RunsBefore">How many runs the thread had before this one.</param>
public sealed record AssistantsView(
    IReadOnlyList<(string Role, string Text)> Messages, IReadOnlyList<IReadOnlyList<string>> Rounds, int RunsBefore)
{
    public string Newest => Messages[^1].Text;
}
