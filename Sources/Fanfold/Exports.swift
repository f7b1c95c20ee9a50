// Whoever imports Fanfold gets the model of a story, its reader and the checker with it: all are in
// the signatures.
@_exported public import FanfoldCheck
@_exported public import FanfoldReading
@_exported public import FanfoldStory

// The themes too, which the options name.
@_exported public import struct FanfoldEPUB.StylesheetFault
@_exported public import struct FanfoldEPUB.Theme
