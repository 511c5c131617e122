using CloudMart.Support.Core.Insights;
using CloudMart.Support.Web.Layout;

namespace CloudMart.Support.Web.Insights;

/// <summary>Where the conversations behind a figure are listed.</summary>
internal static class FigureLink
{
    public static string To(Figure figure, Period period) =>
        $"/insights/conversations?figure={Uri.EscapeDataString(figure.Name)}&first={Date(period.First)}&last={Date(period.Last)}";

    public static string Date(DateOnly day) => day.ToString(PeriodChoice.Format, Prices.Shop);
}
