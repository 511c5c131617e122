namespace CloudMart.Support.Core.Telemetry;

/// <summary>
/// What spans and measurements are called. <c>gen_ai</c>, <c>db</c> and <c>error</c> are OpenTelemetry's semantic conventions, the rest is
/// ours. No name here has room for a customer's or a model's words, for arguments or for an address: what is told are ids, counts and
/// outcome words.
/// </summary>
public static class TelemetryNames
{
    /// <summary>Of the spans and of the meter.</summary>
    public const string Source = "CloudMart.Support";

    public const string ConversationId = "gen_ai.conversation.id";
    public const string RunId = "cloudmart.run.id";
    public const string RunEndReason = "cloudmart.run.end_reason";
    public const string RunSteps = "cloudmart.run.steps";
    public const string Step = "cloudmart.run.step";
    public const string Resumed = "cloudmart.run.resumed";
    public const string TurnKind = "cloudmart.turn.kind";
    public const string Outcome = "cloudmart.outcome";
    public const string Events = "cloudmart.log.events";

    public const string Operation = "gen_ai.operation.name";
    public const string Provider = "gen_ai.provider.name";
    public const string Model = "gen_ai.request.model";
    public const string InputTokens = "gen_ai.usage.input_tokens";
    public const string OutputTokens = "gen_ai.usage.output_tokens";
    public const string TokenType = "gen_ai.token.type";
    public const string FinishReasons = "gen_ai.response.finish_reasons";
    public const string ToolName = "gen_ai.tool.name";
    public const string ToolType = "gen_ai.tool.type";
    public const string ToolCallId = "gen_ai.tool.call.id";

    public const string DbOperation = "db.operation.name";
    public const string DbCollection = "db.collection.name";
    public const string ErrorType = "error.type";
}
