using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Assistant;

public sealed class AssistantOptionsTests
{
    [Theory]
    [InlineData("AzureOpenAI", "Assistant:Endpoint", "Assistant:Model", "Assistant:ApiKey")]
    [InlineData("OpenAI", "Assistant:Model", "Assistant:ApiKey")]
    [InlineData("Assistants", "Assistant:Endpoint", "Assistant:AssistantId")]
    [InlineData("Embedded")]
    public void What_a_provider_needs_is_named_when_it_is_missing(string provider, params string[] missing) =>
        Assert.Equal(missing, Failures(("Provider", provider)).Select(failure => failure.Split(" is missing")[0]));

    [Fact]
    public void Entra_needs_no_key() => Assert.Empty(Failures(
        ("Provider", "AzureOpenAI"), ("Auth", "Entra"), ("Endpoint", "https://shop.openai.azure.com"), ("Model", "gpt")));

    [Fact]
    public void A_server_of_ones_own_needs_no_key() =>
        Assert.Empty(Failures(("Provider", "OpenAI"), ("Endpoint", "http://localhost:11434/v1"), ("Model", "llama")));

    [Fact]
    public void Entra_is_refused_where_no_provider_takes_it() => Assert.Contains(
        "Assistant:Auth", Assert.Single(Failures(("Provider", "OpenAI"), ("ApiKey", "k"), ("Model", "gpt"), ("Auth", "Entra"))));

    [Theory]
    [InlineData("MaxRetries", "99", "MaxRetries")]
    [InlineData("MaxOutputTokens", "1", "MaxOutputTokens")]
    [InlineData("Endpoint", "shop/v1", "Assistant:Endpoint")]
    [InlineData("Endpoint", "ftp://shop/v1", "Assistant:Endpoint")]
    [InlineData("InputPricePerMillion", "2.50", "Assistant:OutputPricePerMillion is missing")]
    [InlineData("OutputPricePerMillion", "10", "Assistant:InputPricePerMillion is missing")]
    public void A_wrong_value_is_named(string setting, string value, string named) =>
        Assert.Contains(named, Assert.Single(Failures(("Provider", "Embedded"), (setting, value))));

    [Fact]
    public void A_price_is_no_less_than_nothing() => Assert.Contains(
        "InputPricePerMillion", Assert.Single(Failures(("InputPricePerMillion", "-0.01"), ("OutputPricePerMillion", "10"))));

    [Fact]
    public void No_message_repeats_the_key()
    {
        var failures = Failures(("Provider", "AzureOpenAI"), ("ApiKey", "sk-secret"), ("MaxRetries", "99"));
        Assert.NotEmpty(failures);
        Assert.DoesNotContain(failures, failure => failure.Contains("sk-secret", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_provider_is_named_with_the_ones_there_are()
    {
        var configuration = Configuration(("Provider", "Oracle"));
        var fault = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddAssistantProvider(configuration));
        Assert.Equal("Assistant:Provider is 'Oracle'; it can be Embedded, AzureOpenAI, OpenAI, Assistants.", fault.Message);
    }

    [Theory]
    [InlineData("Embedded", typeof(EmbeddedAssistant))]
    [InlineData("OpenAI", typeof(ChatCompletionsAssistant))]
    [InlineData("AzureOpenAI", typeof(ChatCompletionsAssistant))]
    [InlineData("Assistants", typeof(AssistantsApiAssistant))]
    public async Task The_setting_chooses_who_thinks(string provider, Type adapter)
    {
        await using var services = Services(
            ("Provider", provider), ("Endpoint", "https://localhost/v1"), ("Model", "gpt"), ("ApiKey", "k"), ("AssistantId", "asst_1"));
        Assert.IsType(adapter, services.GetRequiredService<IAssistant>());
    }

    [Fact]
    public async Task A_missing_setting_stops_the_start()
    {
        await using var services = Services(("Provider", "AzureOpenAI"), ("Endpoint", "https://localhost"), ("Model", "gpt"));
        var fault = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Equal("Assistant:ApiKey is missing: provider AzureOpenAI needs it.", fault.Message);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = Configuration(settings);
        return new ServiceCollection().AddLogging().AddSingleton(configuration).AddAssistantProvider(configuration).BuildServiceProvider();
    }

    private static IEnumerable<string> Failures(params (string Name, string Value)[] settings)
    {
        var options = Configuration(settings).GetSection(AssistantOptions.Section).Get<AssistantOptions>()!;
        return new AssistantOptionsValidator().Validate(null, options).Failures ?? [];
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Assistant:{setting.Name}", (string?)setting.Value)))
        .Build();
}
