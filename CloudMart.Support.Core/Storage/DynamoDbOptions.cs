using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

/// <summary>Settings of the store in DynamoDB, section <c>DynamoDb</c>.</summary>
public sealed class DynamoDbOptions
{
    public const string Section = "DynamoDb";

    /// <summary>
    /// An endpoint other than AWS's own, e.g. <c>http://localhost:8000</c> for DynamoDB Local. Where it is set and the environment has
    /// no AWS credentials, made-up ones are sent. Default: empty.
    /// </summary>
    [Url(ErrorMessage = "DynamoDb:ServiceUrl has to be an http or https address.")]
    public string? ServiceUrl { get; set; }

    /// <summary>The AWS region. Default: <c>us-east-1</c>.</summary>
    [Required(ErrorMessage = "DynamoDb:Region is empty; it has to name an AWS region.")]
    public string Region { get; set; } = "us-east-1";

    /// <summary>Put before the names of the four tables, e.g. <c>staging-</c>. Default: empty.</summary>
    [RegularExpression("[A-Za-z0-9_.-]{0,100}", ErrorMessage = "DynamoDb:TablePrefix can hold letters, digits, '_', '.' and '-' only.")]
    public string TablePrefix { get; set; } = "";

    /// <summary>Create missing tables at start. For development: in production the role has no right to. Default: false.</summary>
    public bool CreateTables { get; set; }
}

[OptionsValidator]
internal sealed partial class DynamoDbOptionsValidator : IValidateOptions<DynamoDbOptions>;
