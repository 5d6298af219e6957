import type { CatalogueWords } from "./catalogue.ts";

export const catalogueEn: CatalogueWords = {
  groups: {
    A: "Decline in political ideology",
    B: "Decline in morality and lifestyle",
    C: "“Self-evolution”, “self-transformation” within the Party",
  },
  topics: {
    money: {
      question: "Somebody takes, loses or hides money, land or property?",
      hint: "Works only when paid, takes what belongs to all, wastes it, declares assets falsely",
    },
    posts: {
      question: "Posts, jobs or degrees given to the wrong people?",
      hint: "Bringing relatives in, buying posts, canvassing for votes",
    },
    power: {
      question: "Somebody in power decides everything and lets nobody speak?",
      hint: "Imposing, forming cliques, pushing people down, caring only for themselves",
    },
    duty: {
      question: "People are left alone, nobody does the work?",
      hint: "Endless appointments, passing the buck, promises not kept, indifference",
    },
    "party-work": {
      question: "Something is untrue or wrong in the Party's own work?",
      hint: "Hiding faults, flattery, false achievements, not studying resolutions",
    },
    conduct: {
      question: "Gambling, drunkenness, superstition, loose living?",
      hint: "Immoral conduct in the family too",
    },
    opinions: {
      question: "Words or deeds against the Party's line?",
      hint: "The group “self-evolution, self-transformation”",
    },
  },
  manifestations: {
    A1: {
      title: "Faded ideals; doubt and loss of faith",
      question: "A Party member neglects Party work and no longer cares?",
    },
    A2: {
      title: "Straying from the Party's aims; echoing wrong views",
      question: "A Party member acts against what they promised on joining, goes along with what is wrong?",
    },
    A3: {
      title: "Neglecting study of theory, resolutions and law",
      question: "A Party member does not study, does not know resolutions and laws?",
    },
    A4: {
      title: "Shirking duty, perfunctory work, no example set",
      question: "An official passes the buck, works carelessly, does not do their duty?",
    },
    A5: {
      title: "Hiding faults; flattering or slanderous criticism",
      question: "Hiding one's own faults; flattering or slandering each other instead of honest criticism?",
    },
    A6: {
      title: "Words not matched by deeds",
      question: "Promising and not doing, saying one thing and doing another?",
    },
    A7: {
      title: "Imposing, rigid, refusing to listen",
      question: "Doing only what they like, forcing others, listening to nobody?",
    },
    A8: {
      title: "Ambition for posts; improper canvassing for votes",
      question: "Hungry for posts, choosing easy work, begging for votes?",
    },
    A9: {
      title: "Term-of-office thinking; appointing unqualified relatives or friends",
      question: "Bringing unqualified relatives or friends into jobs and posts?",
    },
    B1: {
      title: "Individualism, selfishness, opportunism, envy",
      question: "Caring only for their own gain, envying others?",
    },
    B2: {
      title: "Breach of democratic centralism; factions; autocracy",
      question: "Deciding alone, forming cliques, pushing down whoever disagrees?",
    },
    B3: {
      title: "Dishonest asset and income declaration",
      question: "Hiding houses, land or money: not declared, or declared falsely?",
    },
    B4: {
      title: "Chasing achievements and awards; hiding shortcomings",
      question: "Showing off achievements that are not real, hiding what is bad, chasing awards?",
    },
    B5: {
      title: "Bureaucratic, remote, indifferent to people's grievances",
      question: "Far from the people, looking away when people suffer or complain?",
    },
    B6: {
      title: "Waste or loss of budget, public assets, land",
      question: "Wasting or losing money, land or property that belongs to all?",
    },
    B7: {
      title: "Embezzlement, corruption, collusion, cover-up",
      question: "Taking money or property that belongs to all, or working only when paid?",
    },
    B8: {
      title: "Manipulating personnel work; buying posts or degrees",
      question: "Buying or selling posts, jobs or degrees, or using a post for a relative's gain?",
    },
    B9: {
      title: "Gambling, drunkenness, superstition, vice, family-ethics breaches",
      question: "Gambling, drunkenness, superstition, or living immorally?",
    },
    C1: {
      title: "Rejecting ideology/Party principles; demanding pluralism",
      question: "Campaigning against the Party's ideological foundation, for several parties?",
    },
    C2: {
      title: "Rejecting the socialist rule-of-law state; demanding separation of powers",
      question: "Campaigning against this state, for another division of powers?",
    },
    C3: {
      title: "Acting against the line; distorting history; slandering leaders",
      question: "Acting against the Party's line; making things up about history or leaders?",
    },
    C4: {
      title: "Inciting discontent; smearing and dividing via media",
      question: "Stirring people up, smearing others to divide them from within?",
    },
    C5: {
      title: "Depoliticising or dividing army and police",
      question: "Demanding that army and police stand outside the Party's leadership?",
    },
    C6: {
      title: "Linking with hostile forces; organising opposition",
      question: "Linking up with saboteurs, gathering people against Party and State?",
    },
    C7: {
      title: "Distorting foreign policy; one-sided foreign news",
      question: "Spreading false news on foreign affairs, harming relations with other countries?",
    },
    C8: {
      title: "Distorting cultural policy; steering opinion; deviant works",
      question: "Using press or art to lead public opinion astray?",
    },
    C9: {
      title: "Narrow nationalism, religious extremism, sowing division",
      question: "Sowing division between peoples or religions?",
    },
  },
};
