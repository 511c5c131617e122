using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class CustomerSupportPageTests
{
    [Fact]
    public async Task The_message_box_is_labelled_and_there_before_anything_is_connected()
    {
        await using var browser = new CustomersBrowser(opens: "");

        var page = browser.Render<CustomerSupportPage>();

        var box = page.Find("textarea");
        Assert.Equal("Message", page.Find($"label[for={box.Id}]").TextContent);
        Assert.NotNull(page.Find("button[type=submit][aria-label=Send]"));
        Assert.True(page.Find("button[aria-label=Stop]").HasAttribute("hidden"));
        Assert.Equal("4000", page.Find("form").GetAttribute("data-max"));
        Assert.Equal(Desk.Ana.CustomerId, page.Find("#support").GetAttribute("data-customer"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Embedded", true)]
    [InlineData("OpenAI", false)]
    public async Task A_chip_says_where_no_model_thinks(string? provider, bool said)
    {
        await using var browser = new CustomersBrowser(opens: "");
        browser.Settings["Assistant:Provider"] = provider;

        var page = browser.Render<CustomerSupportPage>();

        Assert.Equal(said, page.Markup.Contains("Demo assistant: rules, no AI", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_is_always_in_reach()
    {
        await using var browser = new CustomersBrowser(opens: "");

        var page = browser.Render<CustomerSupportPage>();

        Assert.Equal("Talk to a person", page.Find("header button#person").TextContent.Trim());
    }
}
