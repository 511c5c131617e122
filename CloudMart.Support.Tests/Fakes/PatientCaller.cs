using System.Reflection;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Calls a port as the run loop does: where the store is away for a moment, the very same call is made again.</summary>
public class PatientCaller : DispatchProxy
{
    private const int Attempts = 20;

    private object _port = null!;
    private IStoreFaults _faults = null!;

    public static T Of<T>(T port, IStoreFaults faults)
        where T : class
    {
        var proxy = Create<T, PatientCaller>();
        var caller = (PatientCaller)(object)proxy;
        (caller._port, caller._faults) = (port, faults);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.ReturnType == typeof(Task)
            ? CallAsync(async () => { await (Task)targetMethod.Invoke(_port, args)!; return true; })
            : AsyncProxy.Call(targetMethod, this, nameof(CallTypedAsync), targetMethod, args);

    private Task<T> CallTypedAsync<T>(MethodInfo method, object?[]? args) => CallAsync(() => (Task<T>)method.Invoke(_port, args)!);

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (Exception e) when (attempt < Attempts && _faults.IsTransient(e))
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"Attempt {attempt}: {e.GetType().Name}");
            }
        }
    }
}
