//! The functions, and how each is written.

/// A function of the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    Lag,
    Growth,
    Cagr,
    Share,
    Per,
    SumChildren,
    MeanChildren,
    Coalesce,
    If,
    Min,
    Max,
    Abs,
    Round,
}

impl Function {
    pub(crate) const ALL: [Self; 13] = [
        Self::Lag,
        Self::Growth,
        Self::Cagr,
        Self::Share,
        Self::Per,
        Self::SumChildren,
        Self::MeanChildren,
        Self::Coalesce,
        Self::If,
        Self::Min,
        Self::Max,
        Self::Abs,
        Self::Round,
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Lag => "lag",
            Self::Growth => "growth",
            Self::Cagr => "cagr",
            Self::Share => "share",
            Self::Per => "per",
            Self::SumChildren => "sum_children",
            Self::MeanChildren => "mean_children",
            Self::Coalesce => "coalesce",
            Self::If => "if",
            Self::Min => "min",
            Self::Max => "max",
            Self::Abs => "abs",
            Self::Round => "round",
        }
    }

    /// How it is written, for whoever wrote it otherwise.
    pub(crate) const fn example(self) -> &'static str {
        match self {
            Self::Lag => "lag(GDP, 1y)",
            Self::Growth => "growth(GDP, 1y)",
            Self::Cagr => "cagr(GDP, 5y)",
            Self::Share => "share(RD, GDP)",
            Self::Per => "per(PATENTS, POPULATION, 1)",
            Self::SumChildren => "sum_children(RD, district)",
            Self::MeanChildren => "mean_children(RD, district)",
            Self::Coalesce => "coalesce(RD, RD_ESTIMATE)",
            Self::If => "if(GDP > 100, RD, RD_SMALL)",
            Self::Min => "min(A, B)",
            Self::Max => "max(A, B)",
            Self::Abs => "abs(A - B)",
            Self::Round => "round(A, 2)",
        }
    }
}
