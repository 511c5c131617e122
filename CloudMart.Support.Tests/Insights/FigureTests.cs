using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Tests.Insights;

public sealed class FigureTests
{
    private static readonly Dictionary<string, long> Counts = new()
    {
        ["n"] = 9, ["alone"] = 4, ["h:CustomerAsked"] = 2, ["h:SteppedIn"] = 1, ["t:get_order found"] = 3, ["t:get_order not_found"] = 1,
        ["t:get_order_history found"] = 8, ["in"] = 700,
    };

    [Theory]
    [InlineData("conversations", 9)]
    [InlineData("solved-alone", 4)]
    [InlineData("handed-over", 3)]
    [InlineData("handed-over:CustomerAsked", 2)]
    [InlineData("handed-over:Customer", 0)]
    [InlineData("tools", 12)]
    [InlineData("tools:get_order", 4)]
    [InlineData("tools:get_order not_found", 1)]
    [InlineData("tokens", 700)]
    public void The_name_in_an_address_says_what_is_counted(string name, long count)
    {
        var figure = Figure.Parse(name)!;

        Assert.Equal((name, count), (figure.Name, figure.In(Counts)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("conversations:all")]
    [InlineData("handed-over:")]
    [InlineData("Handed-over")]
    public void A_name_that_no_figure_has_is_none(string? name) => Assert.Null(Figure.Parse(name));

    [Fact]
    public void A_part_knows_its_whole_and_a_whole_its_parts()
    {
        var part = Figure.HandedOver.Of("GaveUp");

        Assert.Equal((Figure.HandedOver, "GaveUp"), (part.Whole, part.Part));
        Assert.Equal((Figure.HandedOver, null), (Figure.HandedOver.Whole, Figure.HandedOver.Part));
    }
}
