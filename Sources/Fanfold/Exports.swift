// Whoever imports Fanfold gets the model of a story, its reader and the checker with it: all are in
// the signatures.
@_exported public import FanfoldCheck
@_exported public import FanfoldReading
@_exported public import FanfoldStory
