using System.Reflection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Lets a <see cref="DispatchProxy"/> treat every <c>Task&lt;T&gt;</c> in one generic method of its own.</summary>
public static class AsyncProxy
{
    /// <summary>Calls <paramref name="handler"/>&lt;T&gt; of <paramref name="proxy"/>, where the method called returns a task of T.</summary>
    public static object? Call(MethodInfo called, object proxy, string handler, params object?[] args)
    {
        var type = proxy.GetType();
        while (type.BaseType != typeof(DispatchProxy))
        {
            type = type.BaseType!;
        }

        return type.GetMethod(handler, BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(called.ReturnType.GetGenericArguments()[0])
            .Invoke(proxy, args);
    }
}
