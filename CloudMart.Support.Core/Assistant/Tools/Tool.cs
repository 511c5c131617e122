using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>
/// What all tools have in common: a schema made from <typeparamref name="TArguments"/>, a record whose properties are described for the
/// model and checked by their attributes, and the reading of arguments, of which none can be trusted.
/// </summary>
internal abstract class Tool<TArguments>(string name, string description) : ITool
    where TArguments : class
{
    private const string NoObject = "The arguments have to be one JSON object as the schema describes it.";

    public ToolDescription Description { get; } = new(name, description, ToolJson.SchemaOf<TArguments>());

    public virtual bool OnlyReads => true;

    public string Doing(JsonElement arguments) => Doing(TryRead(arguments, out var read, out _) ? read : null);

    public Task<ToolDecision> DecideAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken) =>
        TryRead(arguments, out var read, out var problem)
            ? DecideAsync(read, context, cancellationToken)
            : Task.FromResult(new ToolDecision(ToolOutput.Error(problem)));

    /// <param name="arguments">Null where they cannot be read.</param>
    protected abstract string Doing(TArguments? arguments);

    protected abstract Task<ToolDecision> DecideAsync(TArguments arguments, ToolContext context, CancellationToken cancellationToken);

    private static bool TryRead(
        JsonElement json, [NotNullWhen(true)] out TArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        try
        {
            arguments = json.Deserialize<TArguments>(ToolJson.Reading);
        }
        catch (JsonException wrong) when (wrong.Path is { Length: > 2 } path)
        {
            problem = $"The argument {BoundedText.Cut(path[2..], 64)} is given more than once, or is not what the schema asks for.";
            return false;
        }
        catch (JsonException)
        {
            problem = NoObject;
            return false;
        }

        problem = arguments is null ? NoObject : FirstProblem(arguments);
        return problem is null;
    }

    private static string? FirstProblem(object arguments)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(arguments, new ValidationContext(arguments), problems, validateAllProperties: true);
        return problems.Count > 0 ? $"The argument {Named(problems[0])} is missing, empty, too long or has signs that nobody types."
            : arguments is IHasParts { Parts: var parts } ? parts.Select(part => part is null ? NoObject : FirstProblem(part)).FirstOrDefault(found => found is not null)
            : null;
    }

    private static string Named(ValidationResult problem) => JsonNamingPolicy.CamelCase.ConvertName(problem.MemberNames.First());
}
