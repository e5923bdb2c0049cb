"""Every number that a monitor decides by. Decisions are counted in steps, ticks and images, never in time.

Tuned on healthy and on spoiled runs by the benchmark of forced failures; a change is measured there before and after.
"""

from __future__ import annotations

# Of all: when a condition counts as lasting.
WARM_UP = 0.1
"""Share of the budget before which ticks give no verdict: what is still noise cannot collapse."""
GRACE_TICKS = 2
"""Ticks after the start, or after a return to a checkpoint, that give no verdict either."""
MEMORY_STEPS = 50
"""Time constant, in steps, of the mean that tells whether a condition lasts."""
LASTING = 0.9
"""A condition lasts when this share of the recent steps met it: 2.3 time constants at the least."""
TICKS_SEEN, TICKS_BAD = 3, 2
"""A verdict by ticks needs so many bad ones among so many of the last, the newest one included."""

# finite
FINITE_STEPS = 10
"""Non-finite steps in a row. Half precision overflows now and then, and skips the step."""

# collapse: relative to real pictures, which have 1 by definition, or to the run's own best.
MODE_ENTROPY = 0.75
"""Entropy of the classes of samples over that of real pictures. Two of ten classes: 0.30; five: 0.70."""
CLASSES_SEEN = 0.7
"""Share of the real classes that at least a tenth of their due samples belong to."""
DIVERSITY = 0.5
"""Mean distance between samples over that between real pictures. One picture over and over: 0."""
COVERAGE_FOR_DENSITY = 0.2
DENSITY_FLOOR = 0.4
"""Samples as dense as min(density, 1) among the real ones should cover that much of them; less than this share of it
is a narrow choice of good pictures. Below the floor samples are not good enough to tell."""
LOST_RECALL = 0.3
RECALL_FLOOR = 0.3
"""Recall below this share of the best so far, if that best was at least the floor; the same for coverage."""
RECOVERING = 1.15
"""A signal that rose by this factor since the first of the bad ticks is on its way back: no verdict yet."""

# divergence
FID_FACTOR = 3.0
FID_SHARE = 0.1
"""FID beyond this many times its best, and the rise at least this share of what the run had won since its start."""
SATURATED = 0.4
"""Share of pixels at the extremes, beyond the share in real pictures."""
LOSS_LIMIT = 1e3
"""Of the loss of any player, but for a Wasserstein critic's, whose zero is anywhere."""
LIPSCHITZ = 3.0
"""Difference of a Wasserstein critic's scores over the largest distance between two pictures, 2 sqrt(CHW): a critic
that is Lipschitz with constant 1 cannot exceed 1; penalties hold the constant only roughly."""
STEP = 0.1
CLIP = 0.01
"""What the knob of an explosion is multiplied with; a wider clip than the published one goes back to that at once. A
critic clipped at 0.1 is calm, but so sure of itself that its generator hardly learns."""

# discriminator
LOGIT_GAP = 60.0
"""Between mean logits of real and generated pictures, of any loss but Wasserstein's. Healthy ones stay below 20."""
WILD = 10.0
"""Times the gap beyond which two steps back are taken at once: a rate a hundred times too high gives logits of
thousands, one ten times too high of a hundred."""
SEPARATED = 0.99
"""Mean sign on real ones above, and on generated ones below minus this: it knows nearly every picture."""
REFERENCE_STEPS = 100
VANISHED = 1e-3
"""Generator's gradient below this share of its mean over the first steps: nothing reaches it."""
SEPARATED_GAIN = 0.95
SEPARATED_TICKS = 4
SEPARATED_FLOOR = 0.3
"""While separated: FID not below this share of its value so many ticks before, and still above this share of the
start. A strong discriminator of a generator that gets better, or is good already, does no harm."""
SWINGING = 0.8
SWINGING_SHARE = 0.5
"""Product of the two mean signs above which the discriminator calls everything real, or everything generated; and the
share of recent steps with it that a discriminator shows whose steps are far too long."""
UNDECIDED = 1.0
"""Mean logits nearer to zero than this do not count for it: before a discriminator has learned anything, the signs of
its scores are all those of its bias."""
NO_START = 0.8
NO_START_AFTER = 0.3
NO_START_STEPS = 1_000
"""FID still above this share of the untrained network's after that share of the budget, and after so many steps:
nothing is learned. A healthy dcgan needs some hundred steps before its score moves at all; a shorter run is a trial."""
BEGAN_AS_NOISE = 0.05
"""Recall at the first tick below which the run began with an untrained generator. Precision does not tell: the pictures
of an untrained one are all alike, and may all lie in the wide ball of one odd real picture, as they do on digits."""

BEGUN = 0.5
"""FID below this share of the untrained network's: something is learned. Above it, pictures are alike by nature."""
SETTLING, SETTLED = 0.1, 0.8
"""FID above this share of what it was that share of the budget ago falls slowly. Before, samples of healthy generators
can be good and of few kinds (density 0.9, coverage 0.1), and look more augmented than leaking ones (0.9 against 0.7).
"""

# leak
LEAK = 0.63
"""Score of an operation (0.5: samples like real pictures, 1: like augmented ones). On digits, emoji and photos, other
real pictures give at most 0.53; with all of them augmented, where an operation shows at all, mostly 0.85 to 1."""

# plateau
GAIN = 0.005
"""Relative gain of the chosen score that counts as better."""
