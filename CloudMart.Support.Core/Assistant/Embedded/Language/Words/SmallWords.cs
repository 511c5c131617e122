namespace CloudMart.Support.Core.Assistant.Embedded.Language.Words;

using static CloudMart.Support.Core.Assistant.Embedded.Language.Concept;

/// <summary>
/// Small words that courtesies are made of, where nobody has listed them; and what belongs elsewhere. See <see cref="Lexicon"/>.
/// </summary>
internal static class SmallWords
{
    public static readonly (Concept Concept, string Words)[] Entries =
    [
        (Negation, """
            not, dont, do not, cant, cannot, can not, couldnt, havent, have not, isnt, wasnt, doesnt, didnt, did not,
            wont, wouldnt, aint, hardly, without
            """),
        (Untrue, "wrong, incorrect, false, untrue, mistaken, inaccurate"),
        (Say | What, "tell me"),
        (You, "you, your, youre, youve, u, ur, yours"),
        (What, "what, whats, which, what is, what are, what were, tell me, list, give me, show me"),
        (Know, "know, sure, certain, decide, decided, idea, clue, answer, confident, positive, tell, say, made up my mind"),
        (Say, "say, said, tell, told, repeat, restate, state, explain, speak, go over, run that, run it, go through, reply"),
        (Perceive, "hear, heard, catch, understand, follow, get that, get you, make that out, hear you"),
        (Again, "again, once more, one more time, over again, another time, a second time, for me again, back to me"),
        (Later, "later, soon, next time, around, tomorrow, again soon"),
        (Must, "have to, gotta, got to, need to, must, should, better, gonna, going to, about to, time to, im, i am"),
        (Leave, "go, leave, run, get going, head out, heading out, head off, off, be off, going, done here, leaving, sign off"),
        (StopIt, "stop, end, quit, skip, drop, forget, let go, halt, cease, leave off, pause, abort, scrap, scratch, disregard"),
        (Wellbeing, """
            doing, feeling, going, hanging, life, your day, day, morning, afternoon, evening, night, week, weekend, things, everything,
            been, new with you, feel, keeping, world treating, meet you, see you, new
            """),
        (Praise, """
            best, kind, sweet, star, lifesaver, life saver, saver, saved, legend, amazing, brilliant, genius, gem, champ, hero, fantastic,
            terrific, incredible, impressive, smart, easier, pleasure
            """),
        (Ability, """
            do, help, know, answer, offer, able, capable, familiar, programmed, trained, ability, abilities, capability, capabilities,
            skill, skills, function, functions,
            service, services, feature, features, expertise, purpose, topic, topics, subject, subjects, assist, handle, perform,
            specialize, specialty, good at, talk about, understand
            """),
        (What | Ability | You, """
            can i ask, can i say, should i ask, could i ask, may i ask, to ask you, i can ask, am i able to ask, i say to you
            """),
        (Elsewhere, """
            weather, joke, song, music, playlist, movie, film, flight, hotel, reservation, restaurant, recipe, cook, calendar,
            reminder, alarm, meeting, appointment, insurance, bank, banking, mortgage, loan, tax, credit score, interest rate, apr,
            points, rewards, oil, tire, gas, mpg, car, rental, uber, taxi, visa application, passport, vaccine, calories, translate,
            language, spanish, french, temperature, traffic, directions, stock price, sports, football, game score, president,
            capital of, math, calculate, timer, light, lights, thermostat, phone call, text message, exchange rate, dollars in, pto,
            vacation, day off, time off, payday, paycheck, salary, income, w2, 401k, direct deposit, shopping list, todo,
            to do list, grocery, dinner, lunch, breakfast, meal, food, doctor, bus, train, plane, luggage, membership, gym,
            water bill, electric bill, electricity, domain name bill, spending, transaction, transactions, hobbies, how old are you,
            credit limit, poem, story, homework, code, health plan, route, gym membership, netflix, spotify, fraud, speaker volume,
            volume, whisper, accent, talking too fast, world cup
            """),
    ];
}
