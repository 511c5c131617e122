using System.ClientModel;
using System.Net.Sockets;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Tests.Assistant.Providers;

public sealed class OpenAICallTests
{
    /// <summary>A connection that is reset at the instant at which it was made throws the socket's own exception through every layer.</summary>
    public static TheoryData<Exception> Lost =>
    [
        new SocketException((int)SocketError.NotConnected),
        new HttpRequestException("refused"),
        new IOException("reset"),
        new ClientResultException("broken off"),
        new JsonException("half an answer"),
        new TaskCanceledException("silence"),
    ];

    [Theory]
    [MemberData(nameof(Lost), DisableDiscoveryEnumeration = true)]
    public async Task A_call_without_a_whole_answer_is_told_as_such_and_throws_nothing(Exception fault) =>
        Assert.IsType<Unreached>(await OpenAICall.SendAsync(_ => throw fault, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_bug_is_no_fault_of_the_network() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => OpenAICall.SendAsync(_ => throw new InvalidOperationException("bug"), TestContext.Current.CancellationToken));
}
