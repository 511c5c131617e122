using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

/// <summary>Settings of the embedded store, section <c>Sqlite</c>.</summary>
public sealed class SqliteOptions
{
    public const string Section = "Sqlite";

    /// <summary>The database file; it and its folder are created. Default: <c>.data/cloudmart.db</c>.</summary>
    [Required(ErrorMessage = "Sqlite:Path is empty; it has to name a file.")]
    public string Path { get; set; } = ".data/cloudmart.db";
}

[OptionsValidator]
internal sealed partial class SqliteOptionsValidator : IValidateOptions<SqliteOptions>;
