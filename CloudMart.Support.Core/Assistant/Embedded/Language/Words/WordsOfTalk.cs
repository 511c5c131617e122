namespace CloudMart.Support.Core.Assistant.Embedded.Language.Words;

using static CloudMart.Support.Core.Assistant.Embedded.Language.Concept;

/// <summary>
/// Words about how a thing is said and to whom: questions, conditions, the past, people, machines. See <see cref="Lexicon"/>.
/// </summary>
internal static class WordsOfTalk
{
    public static readonly (Concept Concept, string Words)[] Entries =
    [
        (Person, """
            human, person, someone, somebody, agent, representative, rep, operator, supervisor, staff, live chat, manager,
            assistant, associate, advisor, employee, real person, colleague, boss
            """),
        (Person | Contact, """
            anyone i can talk, anyone to talk to, anyone i can speak, phone number i can call, number i can call, number to call,
            number i can reach
            """),
        (ServiceDesk, """
            to support, with support, contact support, call support, support please, customer service, customer support,
            customer care, client service, client support, customer services, customer assistance, help desk, helpdesk, hotline,
            call center, call centre, support team, service team, your team, human support
            """),
        (Contact, """
            talk, speak, contact, call, chat, connect, transfer, get hold of, put me through, phone, email, mail, e mail,
            phone number, free number, number, hours, forward me, hand me over, reach, message, bring in, reachable
            """),
        // a way to say "tell me"
        (None, """
            ask an agent, ask a person, asking an agent, ask agent, inform an agent, could someone, can someone, could somebody,
            can somebody tell, can anyone tell
            """),
        (Asking, """
            how, can i, could i, may i, is it possible, possible, am i able, should i, what happens, what would happen, why,
            where do i, where can i, where could i, where should i, where i could, where i can, where to, is there a way,
            am i allowed, do i have to, problem, issue, trouble, question, information, is it too late, too late to
            """),
        (Wish, "i want, i need, i would like, id like, id prefer"),
        (Wish | Asking, "can i have, could i have, may i have, can i get, could i get"),
        (Condition, "if, unless, in case, whether, until, once, otherwise, provided, suppose"),
        (SaidBefore, """
            i received, received a, received the, recently delivered, just received, i have received, i got, said, says, told,
            already, i canceled, i cancelled, have canceled, have cancelled, was canceled, was cancelled, been canceled,
            been cancelled, got canceled, got cancelled, you canceled, you cancelled, is canceled, is cancelled, did you cancel,
            i did cancel, have you canceled, have you cancelled, someone canceled, ive canceled, ive cancelled
            """),
        (AreYou | Machine | What, "what are you"),
        (AreYou | Machine, "who are you, whats your name, what is your name, your name"),
        (AreYou, """
            are you, are u, r u, am i talking, am i speaking, am i chatting, is this, youre a, you are a, consider yourself, your a,
            is it true, do you know you, you sound like, could you be, you a, if you are, who am i talking, whom am i, you must be,
            yourself, identify as, youre an, you are an, youre not a, youre real, you are real
            """),
        (Machine, """
            bot, robot, ai, machine, computer, automated, chatbot, artificial, life form, alive, real, chatgpt, gpt, siri, alexa,
            language model
            """),
        (Process, "process, input, task, action, command, what youre doing, what you are doing, request, activity, current, operation"),
    ];
}
