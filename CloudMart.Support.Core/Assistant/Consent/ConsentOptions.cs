using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>Settings of the section <c>Consent</c>.</summary>
public sealed class ConsentOptions
{
    public const string Section = "Consent";

    /// <summary>Default: a plain order to cancel is carried out at once.</summary>
    [EnumDataType(typeof(ConsentMode))]
    public ConsentMode Mode { get; set; } = ConsentMode.Explicit;
}

public enum ConsentMode
{
    /// <summary>"Cancel order CM-7890" is carried out at once; everything else is asked by a card.</summary>
    Explicit,

    /// <summary>Everything is asked by a card.</summary>
    AlwaysCard,
}

/// <summary>Settings of the section <c>Approval</c>.</summary>
public sealed class ApprovalOptions
{
    public const string Section = "Approval";

    /// <summary>What gives back more than this, in the shop's currency, waits for staff after the customer's yes. Default: nothing does.</summary>
    [Range(typeof(decimal), "0", "1000000")]
    public decimal? RefundAbove { get; set; }
}

[OptionsValidator]
internal sealed partial class ConsentOptionsValidator : IValidateOptions<ConsentOptions>;

[OptionsValidator]
internal sealed partial class ApprovalOptionsValidator : IValidateOptions<ApprovalOptions>;
