print("fanfold")
