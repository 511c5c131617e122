namespace CloudMart.Support.Tests.Fakes;

/// <summary>Asks again for what a store may show late. Its answers come late by a number of questions, so nothing is waited for.</summary>
public static class Eventually
{
    private const int Questions = 20;

    public static async Task<T> Async<T>(Func<Task<T>> ask, Func<T, bool> settled)
    {
        var answer = await ask();
        for (var asked = 1; asked < Questions && !settled(answer); asked++)
        {
            answer = await ask();
        }

        return answer;
    }
}
