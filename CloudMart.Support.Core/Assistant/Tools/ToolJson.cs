using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>How tools speak JSON: their schemas, what they read and what they answer.</summary>
internal static class ToolJson
{
    // Read by models and kept in the log, never put into a page as markup: "can't" need not become "can\u0027t".
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Strict, as providers want it: every argument is required, an optional one may be null, others are not allowed.</summary>
    private static readonly JsonSerializerOptions Promised = new(JsonSerializerDefaults.Web)
    {
        Encoder = Encoder,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>
    /// More forgiving than the schema, because not every server holds its model to it: what is optional may be left out, and what was
    /// not asked for is not looked at. An argument given twice is refused, though: nobody could say which one was meant.
    /// </summary>
    public static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web) { Encoder = Encoder };

    private static readonly JsonSchemaExporterOptions Exporting = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static string SchemaOf<TArguments>() => Promised.GetJsonSchemaAsNode(typeof(TArguments), Exporting).ToJsonString(Promised);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            return schema;
        }

        // The exporter leaves them out where there are none; providers want to read that there are none.
        if (node["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "object" && !node.ContainsKey("properties"))
        {
            node.Insert(node.IndexOf("type") + 1, "properties", new JsonObject());
            node.Insert(node.IndexOf("properties") + 1, "required", new JsonArray());
        }

        // The exporter leaves the type of an enum out; some servers build their grammar from it.
        if (node["enum"] is JsonArray words && !node.ContainsKey("type"))
        {
            node.Insert(0, "type", words.Contains(null) ? new JsonArray("string", "null") : "string");
        }

        var attributes = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false);
        if (attributes is [DescriptionAttribute said])
        {
            node.Insert(0, "description", said.Description);
        }

        return node;
    }
}
