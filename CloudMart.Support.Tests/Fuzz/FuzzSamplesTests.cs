using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Fuzz.Readers;

namespace CloudMart.Support.Tests.Fuzz;

/// <summary>Ten million inputs say nothing of what no sample leads to.</summary>
public sealed class FuzzSamplesTests
{
    [Fact]
    public void Every_event_that_can_be_stored_is_mutated() => Assert.Equal(
        typeof(ConversationEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ConversationEvent))).Select(type => type.Name).Order(),
        TextsOf(new EventsReader().Samples)
            .SelectMany(sample => ConversationEventJson.Read(1, sample)).Select(recorded => recorded.Event.GetType().Name).Distinct().Order());

    [Fact]
    public void So_are_states_with_every_owner_in_every_list_with_cards_at_every_stage_and_a_rating()
    {
        var states = TextsOf(new StateReader().Samples).Select(sample => ConversationStateJson.Read("c-1", sample)).ToList();

        Assert.Equal(Enum.GetValues<Owner>(), states.Select(state => state.Owner).Distinct().Order());
        Assert.Equal(Enum.GetValues<InboxSection>(), states.Select(state => state.Place?.Section).OfType<InboxSection>().Distinct().Order());
        Assert.Equal(Enum.GetValues<ActionStage>(), states.SelectMany(state => state.Actions).Select(action => action.Stage).Distinct().Order());
        Assert.Contains(states, state => state.Actions.Any(action => action.StaffId is not null));
        Assert.Contains(states, state => state.Actions.Any(action => action.Resumes > 0));
        Assert.Contains(states, state => state.Run is { OpenCalls.Length: > 0, Resumes: > 0 });
        Assert.Contains(states, state => state.Tally is { Rating: > 0, HadPerson: true, HandedOver: not null, ResolvedAfter: not null, Outcomes.Count: > 1 });
    }

    [Fact]
    public void Runs_are_mutated_that_ask_for_what_the_log_has_answered_and_for_something_else()
    {
        var runs = Bodies().Select(RemoteRun.Of).Where(run => run.WantsOutputs).ToList();

        Assert.Contains(runs, run => HandingIn(run).AskedAgain.Length > 0);
        Assert.Contains(runs, run => HandingIn(run).Answers.MissingFor(run).Length > 0);

        static StepProgress HandingIn(RemoteRun run)
        {
            var progress = AssistantsStep.HandingIn(AssistantsStep.WaitingState);
            progress.Saw(run);
            return progress;
        }
    }

    [Fact]
    public void Lists_are_mutated_that_tell_of_failed_runs_and_of_messages_that_were_carried()
    {
        var step = AssistantsStep.GoingOn(AssistantsStep.OldState);
        var lists = Bodies().Where(body => body.TryGetProperty("data", out _)).ToList();

        lists.ForEach(list => step.Recall(list.GetProperty("data").EnumerateArray().Select(RemoteRun.Of)));

        Assert.Equal(1, step.Failed);
        Assert.Contains(lists, list => RunRequest.Missing(step.Request.Thread, list).Length < step.Request.Thread.Length);
    }

    [Fact]
    public void Every_state_of_a_provider_that_is_mutated_lets_its_step_begin_there()
    {
        Assert.NotNull(AssistantsStep.HandingIn(AssistantsStep.WaitingState).Awaited);
        Assert.True(AssistantsStep.GoingOn(AssistantsStep.OldState).MayHaveBegun);
        Assert.All([AssistantsStep.WaitingState, AssistantsStep.OldState], state => Assert.Contains(state, TextsOf(new ProviderStateReader().Samples)));
    }

    private static IEnumerable<string> TextsOf(IEnumerable<byte[]> samples) => samples.Select(Encoding.UTF8.GetString);

    private static IEnumerable<JsonElement> Bodies() => new AssistantsJsonReader([]).Samples.Select(sample => JsonSerializer.Deserialize<JsonElement>(sample));
}
