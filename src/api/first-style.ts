/**
 * The one style sheet that stands in a page: the citizen's first. As a content security policy names it. It is a constant,
 * so that the headers are the same whatever was asked for; the build (`src/client/build/first-style.ts`) holds the two together.
 */
export const firstStyleHash = "sha256-IEW4cRuIR8hP18FtvXWoO1/iFOy5K0c0Q5OP2xKrlJA=";
