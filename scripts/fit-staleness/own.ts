/** Sentences of our own, for what abstracts and manuscripts seldom speak of: prices, products, tools, notes on the day; and what stays. */

export const PERISHING = `
The hosted version costs $12 a month and includes five seats.
Input tokens are priced at $2.50 per million, output tokens at $10.
The free tier allows 1,000 requests a day.
The app has 40 million monthly users and a third of the market share.
Claude tops the leaderboard for coding, ahead of Gemini and GPT-5.
The newest Qwen is the strongest open model for German.
Mistral's small model is the cheapest one that handles tools well.
Gemini has the largest context window of the hosted models.
GPT-4 cannot reliably count the words of its own answer.
No open model reaches the scores of the hosted ones on long documents.
No assistant keeps track of who said what for more than an hour.
None of the tools on the market reads scanned tables correctly.
Only two vendors offer on-premise deployment.
The library does not support Windows yet.
The plugin only supports JSON at the moment.
The command-line tool requires Python 3.11 or later.
The feature is in beta and available to paying customers only.
The API is limited to 60 calls a minute.
The parser still chokes on nested tables.
Transformers remain the default choice for language.
Most labs use synthetic data for the last stage of training.
Nobody knows why the loss spikes near the end of training.
It is unclear whether the gains survive outside the laboratory.
There is no accepted benchmark for planning over days.
The best score on the test is 71.2 percent, held by a private model.
The current record stands at 2.8 seconds.
Agents are about half as reliable as a trained person on web tasks.
Language models exaggerate how often people agree with them.
Preference tuning narrows the range of opinions that a model voices.
Larger models drift from their persona more slowly than small ones.
Detectors of machine-written text do no better than chance on short answers.
Chatbots give different answers to men and women who ask the same thing.
Today's speech systems lag behind people in noisy rooms.
Vision models are easily fooled by text pasted onto an image.
Retrieval helps small models more than large ones.
Fine-tuning on a thousand examples beats prompting with fifty.
Reward models prefer long answers.
Self-play is the most promising way to train negotiators.
The field lacks a theory of why prompts work.
Little is known about how such tools change the work of translators.
Few studies have looked at children under six.
Quantum computers are too noisy for chemistry of practical size.
Solar is the cheapest source of power in most countries.
Lithium cells are the standard for storage of a few hours.
There is no cure for the disease.
The drug is not approved in Europe.
The ministry has yet to publish the guidelines.
The company employs 900 people.
The chancellor opposes the plan.
The agency is understaffed.
Adoption among small firms is low but growing quickly.
Scores on the older tests are saturated.
The gap between open and closed models is shrinking.
Robots fold laundry at a tenth of a person's speed.
So far, 12 states have passed such a law.
Replication rates in the field are unknown.
The default model of the editor is Claude Sonnet.
The new release fixes this, but the web version lags behind.
Nearly all labs report results on the same three benchmarks.
Energy use per query is falling by half each year.
Longer training on chat data degrades the recall of rare facts.
Conditioning a model on a biography does not change its votes.
Training on its own outputs collapses a model within five rounds.
A system prompt suppresses only the most common refusals.
Steering vectors amplify the trait on which they were trained and little else.
Debate among agents converges on the first answer that is given.
Quantised models rely on shorter chains of reasoning.
Simulated respondents underestimate how much people vary.
Personas tend to flatten minorities into stereotypes.
Distilled models fail on questions outside the teacher's answers.
Reinforcement learning narrows the set of solutions a model tries.
Multilingual models depend on English in their middle layers.`;

export const STAYING = `
A Turing machine halts or it does not.
The entropy of a fair coin is one bit.
The sum of the angles of a triangle is 180 degrees.
Attention computes a weighted average of values.
A hash table stores pairs of keys and values.
Backpropagation applies the chain rule layer by layer.
Dropout sets random activations to zero during training.
The method first ranks the passages and then reads the top ten.
The model has 12 layers and 110 million weights.
The corpus contains 40,000 letters written between 1780 and 1840.
The survey asked 2,000 adults about their habits.
Participants rated 30 faces on a scale from one to seven.
The treated group recovered two days sooner than the control group.
In 2019 the team scored 61 percent on the test.
The telescope was launched in 1990 and repaired in 1993.
The treaty ended thirty years of war.
The term was coined by McCarthy in 1955.
The law was passed in 1974 and amended twice.
Kuhn held that rival paradigms cannot be compared on common ground.
On this view, to believe something is to be disposed to act on it.
The argument rests on a distinction between meaning and use.
Functionalism says that mental states are defined by their roles.
A correlation does not show which way the cause runs.
Loss aversion means that losses weigh more than gains of the same size.
In equilibrium no player gains by changing her strategy alone.
If demand is linear, the optimal price is the mean of the two bounds.
A sorted list can be searched in logarithmic time.
Bubble sort takes quadratic time in the worst case.
Gravity bends the path of light.
Water expands when it freezes.
Insulin lowers the sugar in the blood.
Kelp grows in cold, shallow water.
The book has three parts, of which the second is the longest.
The chapter reviews the debate and proposes a middle way.
To install the tool, run the script in the root of the repository.
Open the notebook and run the cells in order.
The first argument is the path, the second the number of workers.
The function returns a list of pairs.
This command prints the schema of each table.
The script reads the file, counts the rows and writes a summary.
The header tells the browser which kind of content follows.
If the file is missing, the program stops with an error.
The query joins the two tables on the identifier of the user.
A foreign key points to a row of another table.
The reviewers praised the clarity of the writing.
She moved to Vienna in 1931 and taught there until the war.
The experiment was repeated with 80 students in a second laboratory.
The authors recruited nurses from four hospitals.
They found that praise raised effort by 9 percent.
The effect vanished when the instructions were reworded.
The paper extends an earlier model with a second period.
The proof uses induction on the length of the string.
Each step removes one edge, so the procedure ends.
The estimator is unbiased but has a large variance.
The two axioms are independent of each other.
A good summary keeps the claims and drops the examples.
Trust is easier to lose than to gain.
I read the second chapter on the train.
The seminar meets in the old library.
My own view is that the analogy breaks down.
The figure shows the median with its quartiles.
Data came from the national census of 2001.
The likelihood is maximised by gradient ascent.
The encoder maps a sentence to a vector of 512 numbers.
The loss is the sum of two terms.
The agent receives a reward of one when it reaches the goal.
The authors train three networks and average their outputs.
The dataset was split into ten folds.
Scores were corrected for multiple comparisons.
The company was founded in a garage in 1998.`;
