using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Hosting;

[Collection(ProgramRun.Collection)]
[Trait("Needs", "Server")]
public sealed class StartUpFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--Assistant:MaxSteps=0", "Assistant:MaxSteps is 0; it must be between 1 and 50.")]
    [InlineData("--Assistant:MaxSteps=many", "Assistant:MaxSteps is 'many'; it must be a whole number.")]
    [InlineData("--Assistant:MaxRunTime=soon", "Assistant:MaxRunTime is 'soon'; it must be a time such as 00:02:00.")]
    [InlineData("--Assistant:MaxRunTime=2.00:00:00", "Assistant:MaxRunTime is 2.00:00:00; it must be between 00:00:01 and 01:00:00.")]
    [InlineData("--Assistant:Provider=Oracle", "Assistant:Provider is 'Oracle'; it can be Embedded, AzureOpenAI, OpenAI, Assistants.")]
    [InlineData("--Assistant:Auth=Password", "Assistant:Auth is 'Password'; it must be ApiKey or Entra.")]
    [InlineData("--Assistant:Endpoint=http://", "Assistant:Endpoint is 'http://'; it must be an address such as https://example.com.")]
    [InlineData("--Store=Paper", "Store is 'Paper'; it can be Sqlite or DynamoDb.")]
    [InlineData("--Feed=Pigeons", "Feed is 'Pigeons'; it can be InProcess.")]
    [InlineData("--RateLimit:MessagesPerMinute=0", "RateLimit:MessagesPerMinute is 0; it must be between 1 and 6000.")]
    [InlineData("--RateLimit:Enabled=perhaps", "RateLimit:Enabled is 'perhaps'; it must be true or false.")]
    [InlineData("--Api:AnswerWithin=1.00:00:00", "Api:AnswerWithin is 1.00:00:00; it must be between 00:00:00.1000000 and 00:10:00.")]
    [InlineData("--Staff:AnswerWithin=00:00:01", "Staff:AnswerWithin is 00:00:01; it must be between 00:00:10 and 7.00:00:00.")]
    [InlineData("--Demo:ExtraOrders=-1", "Demo:ExtraOrders is -1; it must be between 0 and 1000000.")]
    [InlineData("--Demo:Enabled=perhaps", "Demo:Enabled is 'perhaps'; it must be true or false.")]
    [InlineData("--Demo:Enabled=false", "Demo:Enabled is false and no other sign-in is configured, so nobody could sign in.")]
    [InlineData("--Authentication:SessionLifetime=00:00:01", "Authentication:SessionLifetime is 00:00:01; it must be between 00:00:05 and 30.00:00:00.")]
    [InlineData("--Authentication:CheckEvery=02:00:00", "Authentication:CheckEvery is 02:00:00; it must be between 00:00:01 and 01:00:00.")]
    [InlineData("--Authentication:Oidc:ClientId=portal", "Authentication:Oidc:Authority is missing.")]
    [InlineData("--Authentication:Oidc:Authority=https://login.example.com", "Authentication:Oidc:ClientId is missing.")]
    [InlineData("--Authentication:Jwt:Authority=https://login.example.com", "Authentication:Jwt:Audience is missing.")]
    [InlineData("--Authentication:Jwt:Authority=http://login.example.com", "Authentication:Jwt:Authority is http://login.example.com/; it must begin with https, except on this machine.")]
    [InlineData("--Proxy:KnownNetworks:0=10.0.0.300", "Proxy:KnownNetworks:0 is '10.0.0.300'; it must be a network such as 10.0.0.0/8.")]
    [InlineData("--Sqlite:Path=", "Sqlite:Path is empty; it has to name a file.")]
    [InlineData("--Urls=here", "Urls is here: Invalid url: 'here'")]
    public async Task A_wrong_setting_stops_the_host_with_its_name_and_the_cause(string setting, string line)
    {
        var run = await ProgramRun.OfAsync(setting);

        Assert.Equal((1, line), (run.ExitCode, run.Errors.TrimEnd()));
    }

    [Theory]
    [InlineData("Authority=http://login.example.com", "Authentication:Oidc:Authority is http://login.example.com/; it must begin with https, except on this machine.")]
    [InlineData("Authority=login", "Authentication:Oidc:Authority is 'login'; it must be an address such as https://example.com.")]
    [InlineData("Scopes=profile", "Authentication:Oidc:Scopes is 'profile'; openid has to be among them.")]
    [InlineData("RoleClaim=", "Authentication:Oidc:RoleClaim is missing.")]
    [InlineData("StaffRole=", "Authentication:Oidc:StaffRole is missing.")]
    [InlineData("CustomerIdClaim=", "Authentication:Oidc:CustomerIdClaim is missing.")]
    [InlineData("CustomerRole=staff", "Authentication:Oidc:CustomerRole is staff, which is a role of staff.")]
    public async Task A_wrong_setting_of_the_provider_stops_the_host_with_its_name(string setting, string line)
    {
        var run = await ProgramRun.OfAsync(
            "--Authentication:Oidc:Authority=https://login.example.com", "--Authentication:Oidc:ClientId=portal", $"--Authentication:Oidc:{setting}");

        Assert.Equal((1, line), (run.ExitCode, run.Errors.TrimEnd()));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://localhost:5080;http://192.0.2.1:5080")]
    [InlineData("http://shop.example.com:5080")]
    public async Task A_demo_that_strangers_could_reach_does_not_start(string urls)
    {
        var run = await ProgramRun.OfAsync($"--urls={urls}");

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("where strangers could sign in to the demo; set Demo:AllowRemote to true if they may.", run.Errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_wrong_settings_are_a_line_each()
    {
        var run = await ProgramRun.OfAsync("--Assistant:MaxSteps=0", "--RateLimit:MessagesPerMinute=0");

        Assert.Equal(2, run.Errors.TrimEnd().Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task A_key_is_never_repeated()
    {
        var run = await ProgramRun.OfAsync("--Assistant:Provider=AzureOpenAI", "--Assistant:ApiKey=sk-secret");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Assistant:Endpoint is missing", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_out_of_reach_is_named()
    {
        var run = await ProgramRun.OfAsync("--Store=DynamoDb", "--DynamoDb:ServiceUrl=http://127.0.0.1:1");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("DynamoDb:ServiceUrl", Assert.Single(run.Errors.TrimEnd().Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5_000), Token);

        var run = await ProgramRun.OfAsync($"--Sqlite:Path={file}");

        File.Delete(file);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Sqlite:Path", Assert.Single(run.Errors.TrimEnd().Split(Environment.NewLine)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_said_once_and_nothing_else_is_printed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var folder = Directory.CreateTempSubdirectory("cloudmart-");
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        using var program = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(Program).Assembly.Location,
                "--environment=Development",
                $"--urls={address}",
                $"--Sqlite:Path={Path.Combine(folder.FullName, "cloudmart.db")}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var printed = program.StandardOutput.ReadToEndAsync(Token);
        var errors = await program.StandardError.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        folder.Delete(recursive: true);
        Assert.Equal((1, ""), (program.ExitCode, await printed));
        Assert.Equal($"Urls is {address}: the address is in use by another process.", errors.TrimEnd());
    }
}
